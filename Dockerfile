# 岩友 in a container: one process, one gateway connection. Data and key live in two volumes.

FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY requirements.lock ./
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --requirement requirements.lock

FROM python:3.11-slim-bookworm AS run
RUN useradd --create-home --uid 10001 yanyou \
 && install --directory --owner yanyou --mode 0700 /data /keys
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY README.md LICENSE pyproject.toml ./
COPY knowledge ./knowledge
COPY bot ./bot
COPY data/demo ./data/demo
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    LANG=C.UTF-8 \
    MPLCONFIGDIR=/tmp/matplotlib \
    YANYOU_DATA_DIR=/data \
    YANYOU_LOG_KEY_FILE=/keys/log.key
USER yanyou
# the key must not lie beside what it locks: keep it in a volume of its own, and back it up apart
VOLUME ["/data", "/keys"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
