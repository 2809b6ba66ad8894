// Bundles the writing tool into the program's assets; with --check, tells whether what lies there is what
// this source gives, to the byte.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { build } from "esbuild";

const here = new URL("./", import.meta.url);
const bundle = new URL("../crates/sijil/assets/scripts/editor.js", here);
const notice = new URL("THIRD-PARTY.txt", here);
const banner = "/* Sijil's writing tool; holds ProseMirror, htmlparser2 and their parts, under licences told in editor/THIRD-PARTY.txt */";

const { outputFiles, metafile } = await build({
  absWorkingDir: fileURLToPath(here),
  entryPoints: ["src/main.js"],
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: "esm",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  banner: { js: banner },
});

const made = new Map([[bundle, outputFiles[0].text], [notice, licences(Object.keys(metafile.inputs))]]);
const bytes = outputFiles[0].contents;
console.log(`${(bytes.length / 1024).toFixed(1)} KiB, ${(brotliCompressSync(bytes).length / 1024).toFixed(1)} KiB by brotli`);
if (process.argv.includes("--check")) {
  const stale = [...made].filter(([file, text]) => contents(file) !== text).map(([file]) => fileURLToPath(file));
  if (stale.length > 0) {
    console.error(`not what this source gives; run \`npm run build\` in editor/: ${stale.join(", ")}`);
    process.exitCode = 1;
  }
} else {
  for (const [file, text] of made) writeFileSync(file, text);
}

function contents(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Name, version and licence of each package that something of is in the bundle. */
function licences(inputs) {
  const names = new Set(inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
  const parts = [...names].sort().map((name) => {
    const folder = new URL(`node_modules/${name}/`, here);
    const { version, license } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${readFileSync(new URL(file, folder), "utf8").trim()}\n`;
  });
  return `What the script crates/sijil/assets/scripts/editor.js holds of others\n\n${parts.join(`\n${"-".repeat(72)}\n\n`)}`;
}
