// Counting words as people do. The server counts alike: crates/sijil-text/src/count.rs.

const letterOrDigit = /[\p{L}\p{N}]/u;

/** How many words a text has: what stands between white space and holds a letter or a digit. Tatweel is neither. */
export function countWords(text) {
  return text.split(/\s+/u).filter((word) => letterOrDigit.test(word.replaceAll("\u0640", ""))).length;
}

/** The words of a document; its blocks do not run together. Notes count, as their readers read them. */
export function wordsOf(doc, from = 0, to = doc.content.size) {
  const pieces = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isText) pieces.push(node.text.slice(Math.max(0, from - at), Math.max(0, to - at)));
    else if (node.type.name === "card") pieces.push(` ${node.attrs.title} ${node.attrs.text} ${node.attrs.source} `);
    else pieces.push(" ");
    if (node.type.name === "table") pieces.push(`${node.attrs.caption} `);
  });
  return countWords(pieces.join(""));
}
