import { Button } from 'antd';
import { client } from '../../api/session';
import { Icon } from '../../components/icon';
import { useAction } from '../../hooks/useAction';

interface Props {
  applicationId: string;
  /** Writes what has not been written, so that it is printed too. */
  prepare?: () => Promise<unknown>;
}

/** 打印申报表: the form as a PDF. */
export function PrintButton({ applicationId, prepare }: Props) {
  const print = useAction(async () => {
    await prepare?.();
    await (await client.applications.printApplication({ applicationId })).save();
  });
  return (
    <Button icon={<Icon name="log" size={16} />} loading={print.busy} onClick={() => print.run()}>
      打印申报表
    </Button>
  );
}
