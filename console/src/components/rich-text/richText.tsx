import './richText.css';

/**
 * The text of a 通知 or a 常见问题. The only place that shows HTML as it is: the server has let through none but harmless tags
 * (`server/areas/notices`), and what the editor of the same page writes knows no others.
 */
export function RichText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server before it was stored.
  return <div className="rich-text" dangerouslySetInnerHTML={{ __html: html }} />;
}
