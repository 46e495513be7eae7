import threading

import pytest

from allybook.domain.errors import AllybookError, StorageError
from allybook.store.acts.turn import take_turn


def test_a_turn_is_one_sender_s_alone_and_comes_round(tmp_path):
    path = tmp_path / "outbox.lock"
    with take_turn(path), pytest.raises(AllybookError, match="already, in another window"):
        take_turn(path).__enter__()
    with take_turn(path):
        assert path.exists()


def test_another_thread_does_not_get_in(tmp_path):
    path, told = tmp_path / "outbox.lock", []

    def try_it():
        try:
            with take_turn(path):
                told.append("in")
        except AllybookError as error:
            told.append(str(error))

    with take_turn(path):
        thread = threading.Thread(target=try_it)
        thread.start()
        thread.join()
    assert told[0].startswith("Allybook is changing lists for this account already")


def test_a_turn_is_given_back_after_an_error(tmp_path):
    path = tmp_path / "outbox.lock"
    with pytest.raises(KeyError), take_turn(path):
        raise KeyError
    with take_turn(path):
        assert path.exists()


def test_a_folder_that_takes_no_files_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError):
        take_turn(tmp_path / "file" / "outbox.lock").__enter__()
