# The course image: JupyterLab, the kernel on its linked runtime with JIT and AOT cache, and the lessons, on Debian 13.
#
#     docker build -t glassheap .
#     docker run --rm -p 8888:8888 glassheap
#
# It runs as any user of group 100, without a network, and with an empty volume over /home/jovyan (a hub mounts one there). On a
# machine whose registries need settings of their own, a build secret brings them in and no layer keeps them:
#     --secret id=settings,src=FILE    a file of `export NAME=value` lines; it may point to the other two
#     --secret id=ca,src=FILE          certificates (PEM), at /run/secrets/ca
#     --secret id=truststore,src=FILE  the same for Java (JKS), at /run/secrets/truststore
ARG BASE=docker.io/library/debian:trixie-slim

FROM ${BASE} AS build
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        ca-certificates maven npm openjdk-25-jdk-headless python3 python3-venv
# What is built stays where it is built: the AOT cache and the virtual environment are bound to their paths.
WORKDIR /opt/glassheap
COPY . .
# The wheel's copy of the jars goes again: the kernel of this environment runs on those in target/lib.
RUN --mount=type=secret,id=settings,target=/run/secrets/settings \
    --mount=type=secret,id=ca,target=/run/secrets/ca \
    --mount=type=secret,id=truststore,target=/run/secrets/truststore \
    if [ -f /run/secrets/settings ]; then . /run/secrets/settings; fi \
    && ./glassheap lab --set-up \
    && .venv/bin/python -m pip install --no-cache-dir -r lab/requirements-image.txt \
    && rm -r .venv/lib/python3*/site-packages/glassheap/lib

FROM ${BASE}
ARG NB_USER=jovyan
ARG NB_UID=1000
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ca-certificates python3 tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --no-log-init --create-home --uid "${NB_UID}" --gid 100 "${NB_USER}" \
    && chmod g+rwxs "/home/${NB_USER}"
COPY --from=build /opt/glassheap/target/lib /opt/glassheap/target/lib
COPY --from=build /opt/glassheap/target/image /opt/glassheap/target/image
COPY --from=build /opt/glassheap/target/glassheap.aot /opt/glassheap/target/glassheap.aot
COPY --from=build /opt/glassheap/.venv /opt/glassheap/.venv
COPY --from=build /opt/glassheap/target/dist /opt/glassheap/dist
COPY LICENSE THIRD-PARTY.md /opt/glassheap/
COPY lab/image/start-glassheap lab/image/check-health /usr/local/bin/
COPY notebooks /opt/glassheap/notebooks
ENV PATH=/opt/glassheap/.venv/bin:$PATH \
    HOME=/home/${NB_USER} \
    JUPYTER_RUNTIME_DIR=/tmp/jupyter-runtime \
    LANG=C.UTF-8
WORKDIR /home/${NB_USER}
USER ${NB_UID}:100
EXPOSE 8888
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["check-health"]
ENTRYPOINT ["tini", "-g", "--", "start-glassheap"]
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--port=8888", "--no-browser"]
