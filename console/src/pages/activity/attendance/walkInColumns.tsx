import type { WalkInRow } from '@common/contract/walkIns';
import { SEXES, TITLES } from '@common/terms';
import type { TableProps } from 'antd';
import { StatusTag } from '../../../components/statusTag';
import { TwoLines } from '../../../components/twoLines';
import { Stay } from './stay';

/** The columns of 现场登记名单, in the form's words. */
export const walkInColumns: TableProps<WalkInRow>['columns'] = [
  { title: '姓名', dataIndex: 'name', width: 96, fixed: 'left', className: 'cell-main' },
  {
    title: '性别与年龄',
    key: 'sex',
    width: 96,
    render: (_, row) => `${SEXES[row.sex]}，${row.age}岁`,
  },
  {
    title: '身份证号与手机号',
    key: 'numbers',
    width: 172,
    render: (_, row) => (
      <span className="mono">
        {row.idNoMasked}
        <div className="cell-sub">{row.phoneMasked}</div>
      </span>
    ),
  },
  {
    title: '单位与科室',
    key: 'unit',
    ellipsis: true,
    render: (_, row) => <TwoLines text={row.unitName} sub={row.department} />,
  },
  {
    title: '单位所在地',
    key: 'unitPlace',
    width: 170,
    render: (_, row) => (
      <>
        {row.unitPlace}
        {row.isGrassroots && <div className="cell-sub">来自基层</div>}
      </>
    ),
  },
  {
    title: '职称与职务',
    key: 'title',
    width: 130,
    render: (_, row) => (
      <>
        {TITLES[row.title]}
        <div className="cell-sub">{row.post}</div>
      </>
    ),
  },
  {
    title: '签到 / 撤离',
    key: 'times',
    width: 140,
    render: (_, row) => <Stay in={row.in} out={row.out} />,
  },
  {
    title: '账号',
    key: 'isMatched',
    width: 190,
    render: (_, row) =>
      row.isMatched ? (
        <StatusTag tone="done">已注册，已计入考勤</StatusTag>
      ) : (
        <StatusTag tone="waiting">等待本人注册、单位审核</StatusTag>
      ),
  },
];
