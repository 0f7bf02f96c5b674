"""What ``./glassheap`` does in a checkout, in Python without dependencies.

steps      one set-up step: done once, and again only when what it is made from has changed
build      the steps: jars, runtime image, AOT cache, .venv, extension, wheel
lab        opens JupyterLab
testing    runs the tests and counts them
bench      measures against CPython and ipykernel
checkup    doctor for a checkout
"""
