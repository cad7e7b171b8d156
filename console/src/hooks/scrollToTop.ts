/** Shows the page from its top: what is there now is not what was scrolled through. */
export function scrollToTop(): void {
  window.scrollTo(0, 0);
}
