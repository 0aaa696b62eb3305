// The custom attributes of a conversation: set, or cleared with `null`.

import type { Conversation } from 'dixa-conversations';
import { useChange } from './changes';
import type { Directory } from './directory';
import { dixa } from './dixa';
import { Notice, OneField } from './parts';

export function Attributes({
  id,
  conversation,
  directory,
}: {
  id: number;
  conversation: Conversation;
  directory: Directory;
}) {
  const patch = useChange(id, 'attributes', (values: Record<string, string | string[] | null>) =>
    dixa.patchCustomAttributes(id, values),
  );
  const values = new Map(conversation.customAttributes.map((attribute) => [attribute.id, attribute.value]));
  const path = (text: string) => text.split('/').map((part) => part.trim());
  return (
    <>
      {patch.isError && (
        <Notice
          error={patch.error}
          isChange
          onRetry={() => patch.mutate(patch.variables)}
          onClose={patch.reset}
        />
      )}
      <dl>
        {directory.customAttributes.map(({ id: attribute, name, type }) => {
          const value = values.get(attribute);
          return (
            <div key={attribute}>
              <dt>{name}</dt>
              <dd tabIndex={-1}>
                {value === undefined ? (
                  <OneField
                    label={name}
                    onSend={(text) => patch.mutateAsync({ [attribute]: type === 'Text' ? text : path(text) })}
                  />
                ) : (
                  <span className="row">
                    {Array.isArray(value) ? value.join(' / ') : value}
                    <button
                      type="button"
                      className="plain"
                      aria-label={`Clear ${name}`}
                      onClick={({ currentTarget }) => {
                        currentTarget.closest('dd')?.focus(); // the button goes
                        patch.mutate({ [attribute]: null });
                      }}
                    >
                      ✕
                    </button>
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
