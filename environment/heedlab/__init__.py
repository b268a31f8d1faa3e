"""What turns a bare machine into Heed's notebook environment; `environment/README.md` says how to use it.

The way of a call: `__main__` reads the command line, `machine` looks at what is installed, `prepare` makes
what is missing, then `serve` (JupyterLab), `run` (notebooks without a browser) or `suite` (the tests) does
the work. Up to `prepare` only Python's standard library is there; after it, the virtual environment is.
"""
