import type { BankQuestion } from '@common/contract/questionBank';
import { contentOf, letterOf } from '@common/rules/examQuestion';
import { EXAM_QUESTION_KINDS } from '@common/terms';
import type { TableProps } from 'antd';
import { Discipline } from '../../../activities/discipline';

/** `A. 无菌　B. 清洁`: the options in one line. */
const optionsLine = ({ options }: BankQuestion) =>
  options.map(({ text }, place) => `${letterOf(place)}. ${text}`).join('　');

/**
 * The columns of 从题库选题.
 * @param contents What is in the paper already, by `contentOf`.
 */
export function bankColumns(contents: ReadonlySet<string>): TableProps<BankQuestion>['columns'] {
  return [
    {
      title: '题干',
      key: 'stem',
      render: (_, row) => (
        <>
          <span className="cell-main">{row.stem}</span>
          <div className="cell-sub clamp">{optionsLine(row)}</div>
        </>
      ),
    },
    {
      title: '题型',
      dataIndex: 'kind',
      width: 84,
      className: 'nowrap',
      render: (kind: BankQuestion['kind']) => EXAM_QUESTION_KINDS[kind],
    },
    {
      title: '学科',
      dataIndex: 'discipline',
      width: 132,
      render: (name: string) => <Discipline name={name} />,
    },
    {
      title: '答案',
      key: 'right',
      width: 72,
      render: (_, { options }) =>
        options.map(({ isRight }, place) => (isRight ? letterOf(place) : '')).join(''),
    },
    {
      title: '',
      key: 'taken',
      width: 96,
      render: (_, row) => contents.has(contentOf(row)) && <span className="pill pill--done">已在试卷中</span>,
    },
  ];
}
