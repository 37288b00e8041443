"""Question -> answer. `pipeline.py` lists the steps; each module beside it is one of them or a part
that several share. What belongs together has a folder of its own:

checks/       what the check of a written sentence looks at     (asked by check.py)
writing/      what is sent to a chat model and comes back       (written.py, generate.py)
guarding/     how a child's details are told from all else      (guard.py)
steps_asked/  questions about an inspection's steps
timetables/   the timetable's parts and files                   (timetable.py)
grades/       what inspectors graded, and under which rules
tables/       which cells of a row answer
which_paper/  which of several papers speaks
briefings/    a pack's items, sources and hand-outs             (briefing.py)
rehearsal/    practice prompts and feedback on what is typed
"""
