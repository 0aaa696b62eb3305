// What the extension may do: as little as it needs.

/**
 * The manifest. `baseUrl` is where Dixa's API is: Dixa's own unless the sandbox is named, whose pages are
 * local then.
 */
export function manifest(baseUrl = 'https://dev.dixa.io') {
  const isSandbox = new URL(baseUrl).hostname === '127.0.0.1';
  return {
    manifest_version: 3,
    name: 'Dixa side panel',
    version: '0.1.0',
    description: 'The conversation of the page, beside it: read, reply, note, tag, claim.',
    minimum_chrome_version: '116',
    background: { service_worker: 'worker.js', type: 'module' },
    action: { default_title: 'Open the side panel' },
    side_panel: { default_path: 'panel.html' },
    options_ui: { page: 'options.html', open_in_tab: true },
    // Not `tabs`: the address of a tab is told for the hosts below, which is all that is asked.
    permissions: ['sidePanel', 'storage'],
    host_permissions: isSandbox ? ['http://127.0.0.1/*'] : [`${baseUrl}/*`, 'https://*.dixa.com/*'],
    content_security_policy: {
      // The token can be sent to the API and nowhere else.
      extension_pages: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src ${baseUrl}; base-uri 'none'; form-action 'none'; object-src 'none'`,
    },
  };
}
