import { formatShortCode, normaliseShortCode } from '@common/rules/qr';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/textField';
import { open } from '@/services/navigate';

/** What has been typed, grouped as the screen shows it, at most eight characters. */
function grouped(text: string): string {
  const characters = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 8);
  return characters.length > 4 ? formatShortCode(characters) : characters;
}

/** For a phone whose camera does not read the screen: the eight characters under the QR. */
export function CodeCard() {
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const submit = async () => {
    const code = normaliseShortCode(text);
    if (!code) {
      setError('请输入大屏二维码下方的8位签到码');
      return;
    }
    setText('');
    await open('checkIn', { code });
  };
  return (
    <Card title="输入签到码" className="code-card">
      <TextField
        id="field-code"
        label="大屏二维码下方的8位字符"
        required
        value={text}
        onChange={(value) => {
          setText(grouped(value));
          setError('');
        }}
        onConfirm={submit}
        placeholder="ABCD 1234"
        maxLength={9}
        error={error}
      />
      <Button id="code-submit" kind="secondary" onPress={submit}>
        用签到码签到
      </Button>
    </Card>
  );
}
