'use strict';
/** One hash over the content of files and folders, so that what did not change is not built again. */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const LEFT_OUT = /(^|\/)(node_modules|dist|\.data|coverage)(\/|$)|\.spec\.tsx?$|\.md$/;

/** @param {string} root @param {string} place @returns {string[]} files below, relative to root, sorted */
function filesBelow(root, place) {
  const full = path.join(root, place);
  if (!fs.existsSync(full)) return [];
  if (!fs.statSync(full).isDirectory()) return [place];
  return fs
    .readdirSync(full)
    .map((name) => path.posix.join(place, name))
    .filter((name) => !LEFT_OUT.test(name))
    .sort()
    .flatMap((name) => filesBelow(root, name));
}

/**
 * @param {string} root
 * @param {readonly string[]} places files and folders, relative to root
 * @returns {string} sha256 over names and contents
 */
function fingerprint(root, places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesBelow(root, place))) {
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

module.exports = { fingerprint, filesBelow };
