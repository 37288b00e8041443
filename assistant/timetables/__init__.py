"""The timetable's parts: whose steps, their dates, and the files to take away."""
