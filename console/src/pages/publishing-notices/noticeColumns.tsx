import type { ManagedNoticeRow } from '@common/contract/notices';
import type { NoticeKind } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { StatusTag } from '../../components/statusTag';
import { showDateTime } from '../../format';
import { pushWords, readWords, stateWords } from './noticeWords';

/** The columns of 通知管理; questions are grouped by topic and never pushed. */
export function noticeColumns(kind: NoticeKind): NonNullable<TableProps<ManagedNoticeRow>['columns']> {
  return [
    {
      title: kind === 'faq' ? '问题' : '标题',
      key: 'title',
      render: (_, row) => (
        <>
          <Link className="cell-main clamp" to={`/publishing/notices/${row.id}`} title={row.title}>
            {row.title}
          </Link>
          <div className="cell-sub clip-line">
            {row.isPinned && <span className="pill pill--brand">置顶</span>}
            {row.isImportant && <span className="pill pill--waiting">重要</span>}
            {row.hasAttachments && <span className="pill">附件</span>}
            {row.summary}
          </div>
        </>
      ),
    },
    ...(kind === 'faq'
      ? [
          {
            title: '分类',
            key: 'topic',
            width: 140,
            render: (_: unknown, row: ManagedNoticeRow) => row.topic || '—',
          },
        ]
      : []),
    { title: '状态', key: 'state', width: 216, render: (_, row) => <State row={row} /> },
    {
      title: '阅读',
      key: 'reads',
      width: 190,
      className: 'nowrap',
      render: (_, row) => (row.state === 'draft' ? <span className="faint">—</span> : readWords(row)),
    },
    {
      title: '发布时间',
      key: 'at',
      width: 156,
      render: (_, row) =>
        row.publishedAt ? (
          <span className="nowrap mono">{showDateTime(row.publishedAt)}</span>
        ) : (
          <span className="cell-sub nowrap">{showDateTime(row.updatedAt)} 修改</span>
        ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 72,
      render: (_, row) => (
        <Link to={`/publishing/notices/${row.id}`}>{row.state === 'draft' ? '编辑' : '查看'}</Link>
      ),
    },
  ];
}

function State({ row }: { row: ManagedNoticeRow }) {
  const { tone, text } = stateWords(row);
  const push = pushWords(row);
  return (
    <>
      <StatusTag tone={tone}>{text}</StatusTag>
      {push && (
        <div className="cell-sub">
          <StatusTag tone={push.tone}>{push.text}</StatusTag>
        </div>
      )}
    </>
  );
}
