"""Glassheap: a JupyterLab kernel in which people write ordinary Python and see its memory.

The package carries the Java kernel (``lib/``), its kernelspec and its JupyterLab extension, and starts the one on request of the other:

java      finds a Java 25 on this machine
command   the command line of that Java: every JVM flag of the project stands there
image     links a runtime image and makes its AOT cache
doctor    says what is there, what is missing and what to do
"""

__version__ = "0.1.0"
