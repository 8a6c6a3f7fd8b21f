'use strict';
/** Where the build puts what is started, seen from the root of the checkout. */
const path = require('node:path');

/** A script of a compiled app; the tree under `dist/apps/<app>` mirrors the repository. @param {'api' | 'worker'} app @param {string} [file] */
const scriptOf = (app, file = 'main.js') => `dist/apps/${app}/apps/${app}/src/${file}`;
const WORKFLOW_BUNDLE = 'dist/workflow-bundle.js';
const WEB = 'apps/web/dist';

/** What api and worker have to know of it. @param {string} root */
const builtSettings = (root) => ({ WEB_DIST: path.join(root, WEB), WORKFLOW_BUNDLE: path.join(root, WORKFLOW_BUNDLE) });

module.exports = { builtSettings, scriptOf, WEB, WORKFLOW_BUNDLE };
