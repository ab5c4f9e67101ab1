/* Small helps; every essential act works without this file. */
(() => {
  'use strict';

  /* A second click on the same button does nothing. */
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
    if (form.hasAttribute('data-leave')) { try { sessionStorage.clear(); } catch (e) { /* none kept */ } }
    else markSent(form);
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }));

  /* What is typed stays in this tab until it was accepted, so that an ended session loses nothing. */
  const PREFIX = 'draft:';
  const KEPT = 'input:not([type=hidden]):not([type=password]):not([type=file]):not([type=submit]), textarea, select';
  const keyOf = form => PREFIX + location.pathname + location.search + '#' + new URL(form.action).pathname;
  const fields = form => [...form.querySelectorAll(KEPT)].filter(field => field.name);
  const read = key => { try { return JSON.parse(sessionStorage.getItem(key)); } catch (e) { return null; } };
  const write = (key, value) => { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch (e) { /* full or forbidden */ } };
  const valueOf = field => field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value;
  const firstOf = field => field.type === 'checkbox' || field.type === 'radio' ? field.defaultChecked
    : field.tagName === 'SELECT' ? [...field.options].find(o => o.defaultSelected)?.value ?? field.options[0]?.value : field.defaultValue;
  const put = (field, value) => { if (typeof value === 'boolean') field.checked = value; else field.value = value; };
  const markSent = form => {
    const kept = read(keyOf(form));
    if (kept) write(keyOf(form), {...kept, sent: true});
  };
  const drafts = () => Object.keys(sessionStorage).filter(key => key.startsWith(PREFIX));

  const restore = form => {
    const kept = read(keyOf(form));
    if (!kept || document.querySelector('[data-typed]')) return;
    const mine = fields(form);
    let changed = false;
    mine.forEach((field, i) => {
      const value = kept.values[i + ':' + field.name];
      if (value !== undefined && value !== valueOf(field)) { put(field, value); changed = true; }
    });
    const note = document.getElementById('draft-note');
    if (!changed || !note) return;
    form.before(note.content.cloneNode(true));
    const shown = form.previousElementSibling;
    shown.querySelector('button').addEventListener('click', () => {
      sessionStorage.removeItem(keyOf(form));
      mine.forEach(field => put(field, firstOf(field)));
      shown.remove();
    });
  };

  document.addEventListener('input', event => {
    const form = event.target.form;
    if (!form || form.method !== 'post' || form.hasAttribute('data-no-draft')) return;
    const values = {};
    fields(form).forEach((field, i) => { values[i + ':' + field.name] = valueOf(field); });
    write(keyOf(form), {values});
  });

  try {
    if (document.querySelector('[data-done]')) {
      drafts().filter(key => read(key)?.sent).forEach(key => sessionStorage.removeItem(key));
    }
    document.querySelectorAll('form[method=post]:not([data-no-draft])').forEach(restore);
  } catch (e) { /* storage is forbidden: nothing is kept */ }

  /* A file that will be refused for its size is refused before it is sent. */
  document.addEventListener('change', event => {
    const limit = document.getElementById('file-too-large');
    if (event.target.type !== 'file' || !limit) return;
    const tooLarge = [...event.target.files].some(file => file.size > Number(limit.dataset.bytes));
    event.target.setCustomValidity(tooLarge ? limit.content.textContent.trim() : '');
    if (tooLarge) event.target.reportValidity();
  });

  /* The reasons of a refusal are read out first. */
  document.querySelector('[data-refused]')?.focus();

  /* A menu closes by Escape and by a click elsewhere. */
  const menus = () => document.querySelectorAll('.top details[open]');
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') menus().forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
  });
  document.addEventListener('click', event => menus().forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  }));
})();
