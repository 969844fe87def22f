#!/usr/bin/python3
"""Executes notebooks without a browser and writes them with their outputs.

    QUICK=1 /usr/bin/python3 notebooks/execute.py OUT NOTEBOOK...

The kernel must have been built (mvn -q -pl notebooks -am -DskipTests package). Exit codes: 1 a cell failed, 2 something is missing.
Needs python3-nbclient of Debian, or: pip install nbclient.
"""
import os
import pathlib
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
KERNEL = "unstuck"
LONGEST_CELL_S = 300
LONGEST_START_S = 60


def missing(what):
    print(what, file=sys.stderr)
    sys.exit(2)


try:
    import nbformat
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
except ImportError as e:
    missing(f"{e}. Maybe install it: apt-get install python3-nbclient, and run this with /usr/bin/python3")


def execute(source, out):
    started = time.monotonic()
    notebook = nbformat.read(source, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name=KERNEL,
        timeout=LONGEST_CELL_S,
        startup_timeout=LONGEST_START_S,
        resources={"metadata": {"path": str(out)}},
    )
    problem = None
    try:
        client.execute()
    except CellExecutionError as e:
        problem = f"a cell failed: {e.ename}: {e.evalue}"
    except CellTimeoutError:
        problem = f"a cell took longer than {LONGEST_CELL_S} s"
    except (DeadKernelError, RuntimeError) as e:
        problem = f"the kernel ended or did not start: {e}"
    notebook.metadata["unstuck_seconds"] = round(time.monotonic() - started, 1)
    nbformat.write(notebook, out / source.name)
    print(f"{source.name}: {problem or 'done'}, {notebook.metadata['unstuck_seconds']} s", flush=True)
    return problem is None


def main(args):
    if len(args) < 2:
        missing("usage: execute.py OUT NOTEBOOK...")
    path = str(HERE / "target")
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [path, os.environ.get("JUPYTER_PATH")]))
    try:
        KernelSpecManager().get_kernel_spec(KERNEL)
    except NoSuchKernel:
        missing(f'There is no kernel "{KERNEL}". Maybe build it: mvn -q -pl notebooks -am -DskipTests package')
    out = pathlib.Path(args[0]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    good = [execute(pathlib.Path(a), out) for a in args[1:]]
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
