/** A drawing as a CSS `background-image`, which WeChat and browsers draw alike. Escapes what a data address may not hold. */
export function svgUrl(svg: string): string {
  const escaped = svg
    .replace(/"/g, "'")
    .replace(/%/g, '%25')
    .replace(/#/g, '%23')
    .replace(/</g, '%3C')
    .replace(/>/g, '%3E');
  return `url("data:image/svg+xml,${escaped}")`;
}
