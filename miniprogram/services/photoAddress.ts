/** A photo's address as the API gives it, whole: a mini-program's page has no origin of its own. */
export function photoAddress(url: string): string {
  return url.startsWith('/') ? `${__API_BASE__}${url}` : url;
}
