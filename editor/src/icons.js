// The toolbar's drawings, in strokes on a field of 20 by 20.

const paths = {
  undo: "M8 4 4 8l4 4M4 8h7a5 5 0 0 1 0 10H8",
  redo: "M12 4l4 4-4 4M16 8H9a5 5 0 0 0 0 10h3",
  link: "M8.5 11.5l3-3M7.5 9 5 11.5a2.8 2.8 0 0 0 4 4L11.5 13M12.5 11 15 8.5a2.8 2.8 0 0 0-4-4L8.500 7",
  quote: "M4 14c2.500-1 3-3 3-4.500H4V5.500h4.500V10c0 3-1.500 5-4.500 6zM11.500 14c2.500-1 3-3 3-4.500h-3V5.500H16V10c0 3-1.500 5-4.500 6z",
  bullets: "M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01",
  numbers: "M9 5h8M9 10h8M9 15h8M3 4l1-.6V8M3 12.500c.5-1 2-.8 2 .2S3 14.500 3 16h2.200",
  picture: "M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 3.500M13 7.500h.01",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12",
  note: "M4 6h6M4 10h9M4 14h9M14.500 4.500 16 4v4",
  card: "M3 5h14v10H3zM6 8h8M6 11h5",
  auto: "M10 3v14M4 7h4M4 10h3M4 13h4M12 7h4M13 10h3M12 13h4",
  rtl: "M17 5H6M17 10h-7M17 15H6M6 7.500 3.500 10 6 12.500",
  ltr: "M3 5h11M3 10h7M3 15h11M14 7.500l2.500 2.500-2.500 2.500",
  more: "M4.500 10h.01M10 10h.01M15.500 10h.01",
  marks: "M12.500 12.500 17 17M8.500 3a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM7 6v5M9.500 7v3",
  help: "M7 7.500A3 3 0 1 1 11 10c-.8.500-1 1-1 2M10 15h.01",
  strike: "M4 10h12M13 6.500C12.500 5 11.300 4.500 10 4.500c-2 0-3.200 1-3.200 2.500M7 13c.4 1.600 1.600 2.500 3.200 2.500 2 0 3.300-1 3.300-2.700",
  sub: "M4 4.500l6 8M10 4.500l-6 8M13 14c.5-1 2.500-1 2.500.3S13 16 13 17.500h3",
  sup: "M4 7.500l6 8M10 7.500l-6 8M13 3.500c.5-1 2.500-1 2.500.3S13 5.500 13 7h3",
  highlight: "M4 16h12M6 12l6-8 3 2.300L9 14H6z",
  code: "M7 6l-4 4 4 4M13 6l4 4-4 4",
  clear: "M5 4h10M10 4 8 12M4 17l4-4M4 13l4 4",
  rule: "M3 10h14",
};

const space = "http://www.w3.org/2000/svg";

/** The drawing of that name, which says nothing by itself. */
export function icon(name) {
  const svg = document.createElementNS(space, "svg");
  const attributes = { viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
