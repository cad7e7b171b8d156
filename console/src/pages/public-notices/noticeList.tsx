import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { Pagination } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Loaded } from '../../components/loaded';
import { showDate } from '../../format';
import { scrollToTop } from '../../hooks/scrollToTop';
import type { Load } from '../../hooks/useLoad';
import './publicNotices.css';

interface Props {
  load: Load<OutputOf<Contract['notices']['publicNotices']>>;
  /** Where each notice has its page. */
  at?: string;
  empty: ReactNode;
  onPage: (page: number) => void;
}

/** Notices as their readers find them: pinned ones first, then the latest. */
export function NoticeList({ load, at = '/notices', empty, onPage }: Props) {
  return (
    <section className="card" aria-busy={load.loading}>
      <Loaded load={load}>
        {({ items, total, page, pageSize }) =>
          items.length === 0 ? (
            empty
          ) : (
            <>
              <ul className="notice-list">
                {items.map((row) => (
                  <li key={row.id}>
                    <Link to={`${at}/${row.id}`}>
                      <b>
                        {row.isPinned && <span className="pill pill--brand">置顶</span>}
                        {row.isImportant && <span className="pill pill--waiting">重要</span>}
                        {row.title}
                      </b>
                      {row.summary && <p className="clamp">{row.summary}</p>}
                      <span className="notice-list__about">
                        <span>{row.authorityName}</span>
                        <span className="mono">{showDate(row.publishedAt)}</span>
                        {row.hasAttachments && <span>有附件</span>}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              {total > pageSize && (
                <Pagination
                  className="notice-list__pages"
                  align="center"
                  current={page}
                  pageSize={pageSize}
                  total={total}
                  showSizeChanger={false}
                  onChange={(next) => {
                    scrollToTop();
                    onPage(next);
                  }}
                />
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
