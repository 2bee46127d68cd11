"""The page of constant charts under the project's own server: `uvicorn benchmarks.constant_server:app`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from sidang.headers import StrictHeaders
from sidang.server import lifespan

app = st.App(Path(__file__).resolve().parent / "constant_app.py", lifespan=lifespan, middleware=[Middleware(StrictHeaders)])
