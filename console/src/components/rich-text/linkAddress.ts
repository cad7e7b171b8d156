/**
 * A link as typed, ready for the text: an address without its beginning gets one, an e-mail and a telephone number theirs.
 * Null for what no link may be.
 */
export function linkAddress(typed: string | undefined): string | null {
  const text = (typed ?? '').trim();
  if (/^(https?:\/\/|mailto:|tel:)\S+$/i.test(text)) {
    return text;
  }
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) {
    return `mailto:${text}`;
  }
  if (/^(\d{3,4}-?)?\d{7,8}$|^1\d{10}$/.test(text)) {
    return `tel:${text}`;
  }
  return /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `https://${text}` : null;
}
