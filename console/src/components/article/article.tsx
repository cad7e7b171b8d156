import type { Notice } from '@common/contract/notices';
import type { ReactNode } from 'react';
import { formatBytes, showDate } from '../../format';
import { Icon } from '../icon';
import { RichText } from '../rich-text/richText';
import './article.css';

type Shown = Pick<Notice, 'id' | 'kind' | 'title' | 'html' | 'authorityName' | 'publishedAt' | 'attachments'>;

interface Props {
  notice: Shown;
  /** Links to the attachments; without, only their names stand there. */
  isPublic?: boolean;
  /** Beside who published it. */
  extra?: ReactNode;
}

/** A notice, or a question with its answer, as its readers see it. */
export function Article({ notice, isPublic, extra }: Props) {
  return (
    <article className="article">
      <h1>{notice.title}</h1>
      <p className="article__about">
        <span>{notice.authorityName}</span>
        {notice.publishedAt && <span className="mono">{showDate(notice.publishedAt)}</span>}
        {extra}
      </p>
      <RichText html={notice.html} />
      {notice.attachments.length > 0 && (
        <section className="article__attachments">
          <h2>附件</h2>
          <ul>
            {notice.attachments.map((item) => (
              <li key={item.id}>
                <Icon name="log" size={18} />
                {isPublic ? (
                  // A plain link: WeChat's browser keeps no file that a script hands it.
                  <a href={`/api/public/notices/${notice.id}/attachments/${item.id}`} download={item.name}>
                    {item.name}
                  </a>
                ) : (
                  <span>{item.name}</span>
                )}
                <span className="faint mono nowrap">{formatBytes(item.bytes)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
