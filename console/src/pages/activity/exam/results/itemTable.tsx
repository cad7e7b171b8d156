import type { ItemAnalysis } from '@common/contract/examResults';
import { letterOf } from '@common/rules/examQuestion';
import { EXAM_QUESTION_KINDS } from '@common/terms';
import { Progress, Table, type TableProps } from 'antd';

const COLUMNS: TableProps<ItemAnalysis>['columns'] = [
  {
    title: '题干',
    key: 'stem',
    render: (_, { stem, kind }) => (
      <>
        <div className="item-stem">{stem}</div>
        <div className="cell-sub">{EXAM_QUESTION_KINDS[kind]}</div>
      </>
    ),
  },
  { title: '作答', key: 'asked', width: 90, align: 'right', render: (_, { asked }) => `${asked}人` },
  {
    title: '难度',
    key: 'difficulty',
    width: 90,
    align: 'right',
    className: 'mono',
    render: (_, { difficulty }) => shown(difficulty),
    sorter: (a, b) => (a.difficulty ?? 0) - (b.difficulty ?? 0),
  },
  {
    title: '区分度',
    key: 'discrimination',
    width: 100,
    align: 'right',
    className: 'mono',
    render: (_, { discrimination }) => shown(discrimination),
    sorter: (a, b) => (a.discrimination ?? 2) - (b.discrimination ?? 2),
  },
  {
    title: '提示',
    key: 'words',
    width: 220,
    render: (_, { words }) => (words ? <span className="waiting-words">{words}</span> : '—'),
  },
];

const shown = (value: number | null) => (value === null ? '—' : value.toFixed(2));

/** 试题分析: a row a question; opened, how often each option was chosen. */
export function ItemTable({ items }: { items: ItemAnalysis[] }) {
  return (
    <Table<ItemAnalysis>
      // A question that was changed has a row for each wording.
      rowKey={(item) => items.indexOf(item)}
      columns={COLUMNS}
      dataSource={items}
      pagination={{ defaultPageSize: 20, hideOnSinglePage: true, showTotal: (count) => `共 ${count} 道试题` }}
      expandable={{ expandedRowRender: (item) => <Options item={item} /> }}
    />
  );
}

function Options({ item: { options, asked } }: { item: ItemAnalysis }) {
  return (
    <ul className="item-options">
      {options.map(({ text, isRight, chosen }, place) => (
        <li key={text} className={isRight ? 'item-options__right' : undefined}>
          <span className="item-options__text">
            {letterOf(place)}. {text}
            {isRight && <b>正确答案</b>}
          </span>
          <Progress percent={asked > 0 ? (chosen / asked) * 100 : 0} showInfo={false} />
          <span className="mono nowrap">{chosen}人</span>
        </li>
      ))}
    </ul>
  );
}
