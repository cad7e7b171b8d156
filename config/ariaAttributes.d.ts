declare const ariaAttributes: Record<string, Record<string, string>>;
export default ariaAttributes;
