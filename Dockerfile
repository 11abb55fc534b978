# The portal as an image: docker build -t opencharter .
# For content of your own, whose languages are compiled in:
#   docker build -t opencharter --build-context content=../my-charters .
# npm run check:image runs the same steps without an engine.

FROM scratch AS content
COPY content /content

FROM node:24-bookworm-slim AS build
WORKDIR /srv/opencharter
COPY package.json package-lock.json .npmrc ./
# The base's own Node compiles, so the package that brings one is not fetched (npm runs no scripts of packages).
RUN npm ci --ignore-scripts
COPY . .
COPY --from=content /content ./content
RUN npm run compile
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends git ca-certificates && rm -rf /var/lib/apt/lists/*
# The content's repository is mounted and may belong to another user of the host.
RUN git config --system --add safe.directory /srv/content
WORKDIR /srv/opencharter
COPY --from=build /srv/opencharter/node_modules ./node_modules
COPY --from=build /srv/opencharter/.cache/app ./.cache/app
COPY --from=build /srv/opencharter/package.json /srv/opencharter/package-lock.json /srv/opencharter/astro.config.mjs /srv/opencharter/LICENSE ./
COPY --from=build /srv/opencharter/admin ./admin
COPY --from=build /srv/opencharter/public ./public
COPY --from=build /srv/opencharter/src ./src
COPY --from=build /srv/opencharter/content ./content
# Nothing else is written: run it with a read-only root.
RUN mkdir -p dist /var/lib/opencharter && chown node:node dist /var/lib/opencharter && chmod 700 /var/lib/opencharter
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV OPENCHARTER_DATA_DIR=/var/lib/opencharter
VOLUME ["/srv/opencharter/dist", "/var/lib/opencharter"]
EXPOSE 4321
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4321}/healthz/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which keeps signals to itself.
CMD ["node", "src/entry/start.ts"]
