import type { WindowRow } from '@common/contract/applications';
import { rangeInWords } from '@common/rules/windows';
import { PROJECT_LEVELS, WINDOW_KINDS } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Guarded } from '../../components/guarded';
import { StatusTag } from '../../components/statusTag';
import { windowDays } from './windowDays';

interface Options {
  today: string;
  busy: boolean;
  onEdit: (row: WindowRow) => void;
  onRemove: (row: WindowRow) => void;
}
const TONES = { open: 'live', before: 'quiet', over: 'quiet' } as const;
const WORDS = { open: '正在开放', before: '未开始', over: '已结束' } as const;

/** The columns of one year's windows; only an authority has something to do with its own. */
export function windowColumns({
  today,
  busy,
  onEdit,
  onRemove,
}: Options): NonNullable<TableProps<WindowRow>['columns']> {
  return [
    { title: '类型', key: 'kind', width: 110, render: (_, { kind }) => WINDOW_KINDS[kind] },
    { title: '项目级别', key: 'level', width: 100, render: (_, { level }) => PROJECT_LEVELS[level] },
    {
      title: '起止时间',
      key: 'range',
      width: 260,
      render: (_, row) => (
        <>
          <span className="cell-main nowrap">{rangeInWords(row)}</span>
          {row.note && <div className="cell-sub">{row.note}</div>}
        </>
      ),
    },
    {
      title: '状态',
      key: 'state',
      width: 180,
      render: (_, row) => (
        <>
          <StatusTag tone={TONES[row.state]}>{WORDS[row.state]}</StatusTag>
          {row.state !== 'over' && <span className="faint">　{windowDays(row, today)}</span>}
        </>
      ),
    },
    {
      title: '设置部门',
      key: 'authority',
      render: (_, { isOwn, authorityName }) => (isOwn ? '本部门' : authorityName),
    },
    {
      title: '操作',
      key: 'actions',
      width: 116,
      render: (_, row) =>
        row.isOwn ? (
          <span className="cell-actions">
            <Guarded permission="approveProjects">
              <Button type="link" disabled={busy} onClick={() => onEdit(row)}>
                修改
              </Button>
            </Guarded>
            <Guarded permission="approveProjects">
              <Button type="link" danger disabled={busy} onClick={() => onRemove(row)}>
                删除
              </Button>
            </Guarded>
          </span>
        ) : (
          <span className="faint">—</span>
        ),
    },
  ];
}
