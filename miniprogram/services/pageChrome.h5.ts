/**
 * Taro's H5 tab bar is made of `javascript:;` links. The tap itself is heard elsewhere; following the link would only make
 * the browser report our content security policy.
 */
export function preparePageChrome(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href^="javascript:"]');
    if (link) {
      event.preventDefault();
    }
  });
}
