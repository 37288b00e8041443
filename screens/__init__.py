"""What a person sees. The only place, with `app.py`, where Streamlit is known."""
