import type { UnitProjectRow } from '@common/contract/catalogue';
import { formatCredits, formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, PROJECT_LEVELS } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Guarded } from '../../components/guarded';
import { Discipline } from './discipline';

interface Options {
  /** The project that is being made an activity of. */
  chosen: string | null;
  onChoose: (row: UnitProjectRow) => void;
}

/** The columns of 选择录入. */
export function projectColumns({ chosen, onChoose }: Options): TableProps<UnitProjectRow>['columns'] {
  return [
    { title: '项目编号', dataIndex: 'number', width: 168, className: 'mono nowrap' },
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <>
          <span className="cell-main">{row.name}</span>
          <div className="cell-sub">
            {PROJECT_LEVELS[row.level]}，{CREDIT_CLASSES[row.creditClass]}
          </div>
        </>
      ),
    },
    {
      title: '二/三级学科',
      dataIndex: 'discipline',
      width: 128,
      render: (discipline: string) => <Discipline name={discipline} />,
    },
    { title: '负责人', dataIndex: 'leader', width: 76, className: 'nowrap' },
    { title: '学时', key: 'hours', width: 56, align: 'right', render: (_, row) => formatHours(row.minutes) },
    {
      title: '学分',
      key: 'credits',
      width: 56,
      align: 'right',
      render: (_, row) => formatCredits(row.credits),
    },
    {
      title: '已添加',
      key: 'terms',
      width: 112,
      render: (_, { terms }) =>
        terms.length === 0 ? (
          <span className="faint">还没有</span>
        ) : (
          `第${terms.slice(-3).join('、')}期${terms.length > 3 ? '等' : ''}`
        ),
    },
    {
      title: '操作',
      key: 'choose',
      width: 84,
      render: (_, row) => (
        <Guarded permission="holdActivities">
          <Button
            size="small"
            type="primary"
            loading={chosen === row.id}
            disabled={chosen !== null && chosen !== row.id}
            onClick={() => onChoose(row)}
          >
            选择
          </Button>
        </Guarded>
      ),
    },
  ];
}
