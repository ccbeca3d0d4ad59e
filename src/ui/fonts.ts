/**
 * The heading face and the last fallback for text, loaded after the first paint. Each is some hundred slices that a
 * browser fetches one by one as characters ask for them; the text face only where the machine has no Chinese font.
 */
import '@fontsource/noto-serif-sc/600.css';
import '@fontsource-variable/noto-sans-sc/wght.css';
