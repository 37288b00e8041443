"""The ground floor: settings, documents, answers, errors. Imports nothing of the house."""
