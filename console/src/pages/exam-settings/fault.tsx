/** What is wrong with the input above, where something is. */
export const Fault = ({ text }: { text: string | undefined }) =>
  text ? (
    <p className="form-fault" role="alert">
      {text}
    </p>
  ) : null;
