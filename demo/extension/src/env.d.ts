// What a build is told.

interface ImportMetaEnv {
  /** Where the API is, when it is not Dixa's own. */
  readonly VITE_DIXA_BASE_URL?: string;
}
