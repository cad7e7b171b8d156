import { Form } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  /** The id of the control inside. */
  id: string;
  label: string;
  isRequired?: boolean;
  fault?: string;
  extra?: ReactNode;
  children: ReactNode;
}

/** A field of the form: its name, a star where it must be filled in, and what is wrong with it. */
export function Field({ id, label, isRequired, fault, extra, children }: Props) {
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={isRequired}
      validateStatus={fault ? 'error' : undefined}
      help={fault}
      extra={extra}
    >
      {children}
    </Form.Item>
  );
}
