import { checkIdNo } from '@common/rules/idNo';
import { dayOf } from '@common/rules/shanghaiTime';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Guarded } from '../../components/guarded';

interface Props {
  busy: boolean;
  /** Given the number in its one spelling. */
  onSearch: (idNo: string) => void;
  /** Another number is being typed: what was found is not about it. */
  onTyping: () => void;
}

/** 输入身份证号码，点击“查询” (manual 003 §六). A mistyped number is told before it is sent; it never stands in the address. */
export function IdNoSearch({ busy, onSearch, onTyping }: Props) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = () => {
    const checked = checkIdNo(text, dayOf(Date.now()));
    setFault(checked.ok ? null : checked.message);
    if (checked.ok) {
      onSearch(checked.idNo);
    }
  };
  return (
    <form
      className="id-no-search"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor="id-no">身份证号码</label>
      <Input
        id="id-no"
        value={text}
        maxLength={40}
        autoComplete="off"
        placeholder="请输入18位身份证号码"
        status={fault ? 'error' : undefined}
        aria-describedby={fault ? 'id-no-fault' : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setFault(null);
          onTyping();
        }}
      />
      <Guarded permission="approveLearners">
        <Button type="primary" htmlType="submit" loading={busy}>
          查询
        </Button>
      </Guarded>
      {fault && (
        <p id="id-no-fault" className="id-no-search__fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}
