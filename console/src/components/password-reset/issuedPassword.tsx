import { Alert, Button, Modal } from 'antd';
import { CopyButton } from '../copyButton';
import type { Issued, ResetTarget } from './passwordReset';
import './passwordReset.css';

interface Props {
  issued: (Issued & { target: ResetTarget }) | null;
  onClose: () => void;
}

/** The new password, this once. It goes only by its own button: a stray click must not lose it. */
export function IssuedPassword({ issued, onClose }: Props) {
  return (
    <Modal
      open={issued !== null}
      title={`${issued?.target.name ?? ''}的新密码`}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          我已记下，关闭
        </Button>
      }
    >
      {issued && (
        <>
          <dl className="issued">
            <div>
              <dt>账号</dt>
              <dd className="mono">{issued.accountName}</dd>
            </div>
            <div>
              <dt>一次性密码</dt>
              <dd className="issued__password">{issued.password}</dd>
            </div>
          </dl>
          <CopyButton
            label="复制账号和密码"
            text={`单位：${issued.target.name}\n账号：${issued.accountName}\n一次性密码：${issued.password}`}
          />
          <Alert
            className="issued__warning"
            type="warning"
            showIcon
            title="关闭后无法再次查看"
            description={`请当面或电话转告对方并提醒严格保密，不要发到群里。${issued.days}天内有效，对方首次登录时须设置新密码。`}
          />
        </>
      )}
    </Modal>
  );
}
