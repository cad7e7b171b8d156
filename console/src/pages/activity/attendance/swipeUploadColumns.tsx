import type { SwipeUpload } from '@common/contract/terminals';
import { Button, type TableProps } from 'antd';
import { showCount, showDateTime } from '../../../format';
import { skewWords } from '../../terminals/terminalClock';

/** The columns of 上传记录. */
export const swipeUploadColumns = (
  onShow: (upload: SwipeUpload) => void,
): TableProps<SwipeUpload>['columns'] => [
  {
    title: '上传时间',
    dataIndex: 'uploadedAt',
    width: 160,
    className: 'mono nowrap',
    render: (at: string) => showDateTime(at),
  },
  { title: '考勤机', dataIndex: 'terminalName', width: 170, ellipsis: true },
  { title: '文件', dataIndex: 'fileName', ellipsis: true },
  { title: '行数', dataIndex: 'rows', width: 90, render: showCount },
  { title: '新增考勤', dataIndex: 'taken', width: 100, className: 'cell-main', render: showCount },
  { title: '未计入', key: 'left', width: 90, render: (_, row) => showCount(leftOf(row)) },
  { title: '时钟', dataIndex: 'skewSeconds', width: 110, render: skewWords },
  { title: '上传人', dataIndex: 'by', width: 100, ellipsis: true },
  {
    title: '操作',
    key: 'actions',
    width: 80,
    render: (_, row) => (
      <Button type="link" onClick={() => onShow(row)}>
        明细
      </Button>
    ),
  },
];

/** Rows for which somebody may have to do something; those that were there before are none. */
const leftOf = ({ outside, notApproved, unknown, invalid }: SwipeUpload) =>
  outside + notApproved + unknown + invalid;
