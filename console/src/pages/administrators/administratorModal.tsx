import type { AdministratorRow } from '@common/contract/administrators';
import { isPhone } from '@common/rules/phone';
import { PERMISSIONS, type Permission } from '@common/terms';
import { Alert, App, Checkbox, Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { PERMISSION_NOTES, PERMISSIONS_OF } from './permissionList';

interface Props {
  /** `new` for one more, null while closed. */
  subject: AdministratorRow | 'new' | null;
  kind: 'unit' | 'authority';
  onClose: () => void;
  onSaved: () => void;
}

/** Registers an administrator, or changes one's name and 权限; the phone stays whose it is. */
export function AdministratorModal({ subject, kind, onClose, onSaved }: Props) {
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [permissions, setPermissions] = useState<Permission[]>([]);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const row = subject === 'new' ? null : subject;
  useEffect(() => {
    setName(row?.name ?? '');
    setPhone('');
    setPermissions(row?.permissions ?? []);
    setFaults({});
  }, [row]);

  const save = useAction(
    async () => {
      const wrong: Record<string, string> = {};
      if (!name.trim()) {
        wrong.name = '请填写姓名';
      }
      if (!row && !isPhone(phone)) {
        wrong.phone = '请填写11位手机号';
      }
      setFaults(wrong);
      if (Object.keys(wrong).length > 0) {
        return;
      }
      const given = { name: name.trim(), permissions };
      await (row
        ? client.administrators.updateAdministrator({ administratorId: row.id, ...given })
        : client.administrators.addAdministrator({ ...given, phone }));
      message.success(
        row ? `已修改${given.name}，立即生效` : `已登记${given.name}，本人首次登录时用短信确认手机号`,
      );
      onClose();
      onSaved();
    },
    (error) => {
      setFaults({
        [error.field === 'name' || error.field === 'phone' ? error.field : 'form']: error.message,
      });
      return true;
    },
  );
  const field = (key: 'name' | 'phone') => ({
    validateStatus: faults[key] ? ('error' as const) : undefined,
    help: faults[key],
  });
  const offered = PERMISSIONS_OF[kind];
  return (
    <Modal
      open={subject !== null}
      title={row ? `修改管理员：${row.name}` : '登记管理员'}
      okText="保存"
      okButtonProps={{ loading: save.busy }}
      cancelText="取消"
      mask={{ closable: !save.busy }}
      onCancel={onClose}
      onOk={() => save.run()}
    >
      {faults.form && <Alert className="notice" type="error" showIcon title={faults.form} />}
      <Form layout="vertical" component="div">
        <div className="two-fields">
          <Form.Item label="姓名" required {...field('name')}>
            <Input
              value={name}
              maxLength={60}
              aria-label="姓名"
              onChange={(event) => setName(event.target.value)}
            />
          </Form.Item>
          <Form.Item label="手机号" required={!row} {...field('phone')}>
            {row ? (
              <Input value={row.phoneMasked} aria-label="手机号" disabled />
            ) : (
              <Input
                value={phone}
                maxLength={20}
                inputMode="tel"
                aria-label="手机号"
                placeholder="登录时接收验证码"
                onChange={(event) => setPhone(event.target.value)}
              />
            )}
          </Form.Item>
        </div>
        <Form.Item label="权限" extra="不勾选时只能查看">
          <Checkbox.Group
            className="permissions"
            value={permissions}
            onChange={(values) => setPermissions(values as Permission[])}
          >
            {offered.map((permission) => (
              <Checkbox key={permission} value={permission}>
                {PERMISSIONS[permission]}
                <small>{PERMISSION_NOTES[permission]}</small>
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
      </Form>
    </Modal>
  );
}
