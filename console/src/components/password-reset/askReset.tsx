import { Checkbox, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { ResetTarget } from './passwordReset';

interface Props {
  target: ResetTarget | null;
  busy: boolean;
  onCancel: () => void;
  onReset: (clearAdministrators: boolean) => void;
}

/** What a reset does, before it is done. */
export function AskReset({ target, busy, onCancel, onReset }: Props) {
  const [isClearing, setIsClearing] = useState(false);
  // Nobody's people are removed because an earlier one's were.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another target, a fresh choice.
  useEffect(() => setIsClearing(false), [target]);
  const isNew = target?.hasAccount === false;
  const word = isNew ? '开通账号' : '重置密码';
  return (
    <Modal
      open={target !== null}
      title={`${word}：${target?.name ?? ''}`}
      okText={word}
      okButtonProps={{ danger: !isNew, loading: busy }}
      mask={{ closable: !busy }}
      onCancel={onCancel}
      onOk={() => onReset(isClearing)}
    >
      <p className="soft">
        {isNew
          ? '系统会随机生成一次性密码，只显示一次。请转告对方，首次登录时须设置自己的密码，并登记管理员。'
          : '系统会随机生成新的一次性密码，只显示一次。原密码立即失效，正在使用的设备会退出登录。本次操作记入审计日志。'}
      </p>
      {target && target.administrators > 0 && (
        <div className="reset__clear">
          <Checkbox checked={isClearing} onChange={({ target: box }) => setIsClearing(box.checked)}>
            同时清除已登记的{target.administrators}名管理员
          </Checkbox>
          <p className="faint">仅在原来的管理员都已离岗时选择。清除后，下一位登录的人成为首位管理员。</p>
        </div>
      )}
    </Modal>
  );
}
