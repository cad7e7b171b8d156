import type { BankQuestion } from '@common/contract/questionBank';
import { letterOf } from '@common/rules/examQuestion';
import { EXAM_QUESTION_KINDS, type ExamQuestionKind } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Guarded } from '../../components/guarded';
import { showDate } from '../../format';

interface Actions {
  onRead: (question: BankQuestion) => void;
  onEdit: (question: BankQuestion) => void;
  onRemove: (question: BankQuestion) => void;
}

/** The list's columns: what is asked with its right answer, where it belongs to, what can be done. */
export const bankColumns = ({ onRead, onEdit, onRemove }: Actions): TableProps<BankQuestion>['columns'] => [
  {
    title: '试题',
    key: 'stem',
    render: (_, question) => (
      <div className="bank__question">
        <button type="button" className="bank__stem" onClick={() => onRead(question)}>
          {question.stem}
        </button>
        <span className="bank__right">
          {question.pictureUrl && <span className="pill">有图</span>}
          {question.options
            .flatMap(({ text, isRight }, place) => (isRight ? [`${letterOf(place)}. ${text}`] : []))
            .join('　')}
        </span>
      </div>
    ),
  },
  {
    title: '题型',
    dataIndex: 'kind',
    width: 96,
    render: (kind: ExamQuestionKind) => (
      <span className={`pill${kind === 'multiple' ? ' pill--brand' : ''}`}>{EXAM_QUESTION_KINDS[kind]}</span>
    ),
  },
  { title: '学科', dataIndex: 'discipline', width: 220, ellipsis: true },
  {
    title: '修改时间',
    dataIndex: 'updatedAt',
    width: 120,
    className: 'mono nowrap',
    render: (at: string) => showDate(at),
  },
  {
    title: '操作',
    key: 'actions',
    width: 130,
    render: (_, question) => (
      <span className="bank__actions">
        <Guarded permission="holdActivities">
          <Button type="link" onClick={() => onEdit(question)}>
            修改
          </Button>
        </Guarded>
        <Guarded permission="holdActivities">
          <Button type="link" danger onClick={() => onRemove(question)}>
            删除
          </Button>
        </Guarded>
      </span>
    ),
  },
];
