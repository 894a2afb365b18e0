# Builds Verbatim and leaves what runs: the jar, its libraries, the seed article, an AOT cache.
#   docker build -t verbatim .
#   docker run -d --init -e TELEGRAM_BOT_TOKEN -v verbatim-state:/verbatim/state verbatim
#   docker run --rm verbatim ask "Who was the US ambassador to Russia?"
FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /build
# The libraries change less often than the sources: a layer of their own, by a build of nothing.
COPY pom.xml .
RUN mvn -q -B -Dmaven.test.skip=true package && rm -rf target
COPY src src
RUN mvn -q -B -Dmaven.test.skip=true package

FROM eclipse-temurin:25.0.4_7-jre-noble
WORKDIR /verbatim
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/verbatim.jar .
COPY config/verbatim.example.conf config/
COPY seeds articles
# A number and no name: Kubernetes can check that it is not root.
RUN mkdir -p state && chown 10001:10001 state
# The locale carries UTF-8 arguments; the variables point to the volumes.
ENV LANG=C.UTF-8 LC_ALL=C.UTF-8 MALLOC_ARENA_MAX=2 \
    VERBATIM_ARTICLES=/verbatim/articles \
    VERBATIM_STATE_FOLDER=/verbatim/state \
    VERBATIM_INDEX_FOLDER=/verbatim/state/index
RUN printf '%s\n' '#!/bin/sh' \
      'exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms16m -Xmx256m -XX:${AOT:-AOTCache}=/verbatim/verbatim.aot -Dverbatim.home=/verbatim \' \
      '  -Xlog:disable -Xlog:all=error:stderr $VERBATIM_JAVA_OPTS -jar /verbatim/verbatim.jar "$@"' \
      >/usr/local/bin/verbatim && chmod 755 /usr/local/bin/verbatim
# The classes as they are after some answers: later starts take half the time.
RUN printf '%s\n' 'Who was the US ambassador to Russia?' /help '/summary 3' \
    | AOT=AOTCacheOutput VERBATIM_STATE_FOLDER=/tmp/training VERBATIM_INDEX_FOLDER=/tmp/training/index \
      verbatim chat >/dev/null \
    && rm -rf /tmp/training && test -s verbatim.aot
USER 10001:10001
VOLUME ["/verbatim/articles", "/verbatim/config", "/verbatim/state"]
# The bot renews the file after every good poll; a poll takes 50 s at most, a pause after a failed one 30 s.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=2 \
    CMD test -n "$(find /verbatim/state/heartbeat -mmin -2)"
# The token: TELEGRAM_BOT_TOKEN, or TELEGRAM_BOT_TOKEN_FILE=/run/secrets/… for a secret.
ENTRYPOINT ["verbatim"]
CMD ["bot"]
