# syntax=docker/dockerfile:1

# Builds with every dependency, then keeps only what runs.
FROM node:20-slim AS build
WORKDIR /app
ENV PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
# Not --omit=optional: the native parts of sharp and resvg are optional packages too. What is left out is for machines without servers and browser.
RUN node scripts/setup.mjs build && npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@sparticuz/chromium node_modules/mongodb-memory-server-core

FROM node:20-slim
# Chromium is for sources with "mode: browser"; --build-arg CHROMIUM=no leaves it out.
ARG CHROMIUM=yes
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates tini \
 && if [ "$CHROMIUM" = yes ]; then apt-get install --yes --no-install-recommends chromium fonts-noto-cjk; fi \
 && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE /app/README.md /app/CHANGELOG.md ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# The configuration, watch lists and exports are here; scheduled exports need it writable for user 1000 (node).
RUN mkdir /shop && chown node:node /shop
WORKDIR /shop
USER node
# Metrics for other machines need health.host: 0.0.0.0 in the configuration.
EXPOSE 9464
# Ready means that work is being done, not that a port answers. A health.port of your own needs --health-cmd.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# tini passes signals on and reaps what browsers leave behind.
ENTRYPOINT ["/usr/bin/tini", "--", "node", "--enable-source-maps", "/app/dist/cli/main.js"]
CMD ["run"]
