import { Button, Modal, Table } from 'antd';
import { Link } from 'react-router';
import { CopyButton } from '../../components/copyButton';
import type { Numbered } from './useDecide';

interface Props {
  /** Null while closed. */
  numbered: readonly Numbered[] | null;
  onClose: () => void;
}

/** The numbers that publishing has just given. */
export function NumbersModal({ numbered, onClose }: Props) {
  const rows = numbered ?? [];
  return (
    <Modal
      open={numbered !== null}
      title={`已公布${rows.length}项`}
      width={640}
      onCancel={onClose}
      footer={
        <div className="modal-foot">
          <CopyButton
            label="复制编号"
            text={rows.map(({ name, projectNumber }) => `${projectNumber}\t${name}`).join('\n')}
          />
          <span>
            <Link to="/application-reviews?show=published" onClick={onClose}>
              <Button>查看已公布</Button>
            </Link>
            <Button type="primary" onClick={onClose}>
              知道了
            </Button>
          </span>
        </div>
      }
    >
      <p className="soft notice">项目已进入项目库，申报单位现在可以在“继教活动”中选择它申请举办。</p>
      <Table<Numbered>
        className="list-table"
        size="small"
        rowKey="id"
        dataSource={[...rows]}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        columns={[
          { title: '项目编号', dataIndex: 'projectNumber', width: 200, className: 'mono nowrap' },
          { title: '项目名称', dataIndex: 'name' },
        ]}
      />
    </Modal>
  );
}
