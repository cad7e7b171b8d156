import { Button, Input } from 'antd';
import { useState } from 'react';
import { Guarded } from '../../components/guarded';

interface Props {
  busy: boolean;
  onCreate: (name: string, onDone: () => void) => void;
}

/** 新建科室: one after another, by Enter. */
export function CreateBox({ busy, onCreate }: Props) {
  const [name, setName] = useState('');
  return (
    <form
      className="create-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) {
          onCreate(name.trim(), () => setName(''));
        }
      }}
    >
      <Input
        value={name}
        maxLength={40}
        aria-label="新科室名称"
        placeholder="新科室名称，例如：心血管内科"
        onChange={(event) => setName(event.target.value)}
      />
      <Guarded permission="manageAccount">
        <Button type="primary" htmlType="submit" disabled={busy || name.trim() === ''}>
          新建
        </Button>
      </Guarded>
    </form>
  );
}
