"""The maker of the shipped sample corpus: `python -m tools.sample_corpus`"""
