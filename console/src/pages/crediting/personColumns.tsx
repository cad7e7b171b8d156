import type { CreditingPerson, CreditingView } from '@common/contract/crediting';
import { DOUBT_KINDS, TITLES } from '@common/terms';
import type { TableProps } from 'antd';
import { Completion } from '../../components/completion';
import { TwoLines } from '../../components/twoLines';
import { showCredits } from '../../format';

type Columns = NonNullable<TableProps<CreditingPerson>['columns']>;

/** The columns of 授分人员; the reason of those who were granted to by hand, who were left out, or whose credit was revoked. */
export function personColumns({ kind, analysis }: CreditingView, show: string): Columns {
  const hasReason = kind === 'manual' || show === 'excepted' || show === 'revoked';
  return [
    { title: '姓名', dataIndex: 'name', width: 96, className: 'cell-main' },
    { title: '身份证号', dataIndex: 'idNoMasked', width: 160, className: 'mono' },
    {
      title: '单位与职称',
      key: 'unit',
      ellipsis: true,
      render: (_, row) => <TwoLines text={row.unitName} sub={TITLES[row.title]} />,
    },
    ...(kind === 'participants' ? attended(analysis) : []),
    ...(show === 'excepted'
      ? []
      : [
          {
            title: '学分',
            key: 'credits',
            width: 80,
            render: (_: unknown, row: CreditingPerson) => <b>{showCredits(row.credits)}</b>,
          },
        ]),
    ...(hasReason
      ? [
          {
            title: '原因',
            key: 'reason',
            width: 220,
            render: (_: unknown, { reason, byName }: CreditingPerson) => (
              <>
                {reason ?? '—'}
                {byName && <div className="cell-sub">{byName}</div>}
              </>
            ),
          },
        ]
      : []),
  ];
}

/** What the analysis says of each. */
function attended(analysis: CreditingView['analysis']): Columns {
  return [
    ...(analysis
      ? [
          {
            title: '考勤',
            key: 'swipes',
            width: 120,
            render: (_: unknown, { swipes }: CreditingPerson) => (
              <span title={swipes.map((count, index) => `第${index + 1}周期${count}次`).join('，')}>
                {swipes.filter((count) => count > 0).length} / {swipes.length}个周期
              </span>
            ),
          },
        ]
      : []),
    {
      title: '考试 / 评价',
      key: 'completion',
      width: 92,
      render: (_, { exam, isEvaluated }) => <Completion exam={exam} isEvaluated={isEvaluated} />,
    },
    {
      title: '疑点',
      key: 'doubts',
      width: 132,
      render: (_, { doubts }) =>
        doubts.length === 0 ? (
          <span className="faint">无</span>
        ) : (
          <span className="crediting-doubted">{doubts.map((one) => DOUBT_KINDS[one]).join('、')}</span>
        ),
    },
  ];
}
